-- Appends an entry to the audit chain, if the chain is as long as the entry's writer saw it.
--
-- KEYS[1]  list  the entries
-- ARGV[1]  how many there were
-- ARGV[2]  the entry
-- returns  1 when it stands, 0 when the chain grew meanwhile
if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return 0 end
redis.call('RPUSH', KEYS[1], ARGV[2])
return 1
