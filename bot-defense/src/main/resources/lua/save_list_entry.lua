-- Puts an entry on a list, and has all instances read the lists again.
--
-- KEYS[1]  hash    the entries of both lists: id -> document
-- KEYS[2]  string  how often the lists were changed
-- ARGV[1]  id of the entry
-- ARGV[2]  its document
-- ARGV[3]  most entries
-- returns  1 when it stands, 0 when the lists are full
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('INCR', KEYS[2])
return 1
