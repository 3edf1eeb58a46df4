-- Puts a new version of the policy in force, if the one it was made from still is.
--
-- KEYS[1]  hash    the versions: number -> document
-- KEYS[2]  string  the number of the version in force; missing before the first change
-- ARGV[1]  number of the version the new one was made from
-- ARGV[2]  its document, kept with the first change
-- ARGV[3]  number of the new version
-- ARGV[4]  its document
-- returns  1 when it is in force, 0 when another one is meanwhile or the number is taken
local versions, active = KEYS[1], KEYS[2]
if (redis.call('GET', active) or '1') ~= ARGV[1] then return 0 end
redis.call('HSETNX', versions, ARGV[1], ARGV[2])
if redis.call('HSETNX', versions, ARGV[3], ARGV[4]) == 0 then return 0 end
redis.call('SET', active, ARGV[3])
return 1
