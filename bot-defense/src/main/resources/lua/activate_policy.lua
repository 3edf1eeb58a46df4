-- Puts an earlier version of the policy in force again.
--
-- KEYS[1]  hash    the versions: number -> document
-- KEYS[2]  string  the number of the version in force
-- ARGV[1]  number of the version
-- returns  1 when it is in force, 0 when there is no such version
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('SET', KEYS[2], ARGV[1])
return 1
