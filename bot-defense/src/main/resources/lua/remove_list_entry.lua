-- Takes an entry off its list, and has all instances read the lists again.
--
-- KEYS[1]  hash    the entries of both lists: id -> document
-- KEYS[2]  string  how often the lists were changed
-- KEYS[3]  hash    how often entries were met: id -> count
-- ARGV[1]  id of the entry
-- returns  1 when it was there, else 0
redis.call('HDEL', KEYS[3], ARGV[1])
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('INCR', KEYS[2])
return 1
