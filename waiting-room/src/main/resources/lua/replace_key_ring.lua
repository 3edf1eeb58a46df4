-- Puts a new key ring in the place of the one the caller saw.
--
-- KEYS[1]  string  the key ring
-- ARGV[1]  the ring the caller saw; empty for none
-- ARGV[2]  the new ring
-- ARGV[3]  now, epoch ms; not used
-- returns  1 if it was replaced, 0 if it had changed in the meantime
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
