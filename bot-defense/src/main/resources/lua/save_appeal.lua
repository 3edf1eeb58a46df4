-- Keeps an appeal, one of each decision.
--
-- KEYS[1]  hash  the appeals: reference -> document
-- ARGV[1]  the reference
-- ARGV[2]  the document
-- ARGV[3]  most appeals
-- returns  1 when it is kept, 0 when there was one or no room is left
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
return redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
