-- Keeps the signed head of a tree that has stood long enough to be safe from a crash of the store, and begins to let
-- a later one settle; unless another instance was faster.
--
-- KEYS[1]  hash  the tree
-- ARGV[1]  size that was settling when the caller looked; 0 for none
-- ARGV[2]  the signed head of that size; empty if none was settling
-- ARGV[3]  size that settles from now on
-- ARGV[4]  root of that size
-- ARGV[5]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  'settling' or 'overtaken'
-- include clock
local settling = redis.call('HMGET', KEYS[1], 'settlingSize', 'headSize')
local present = tonumber(settling[1] or 0)
if present ~= tonumber(ARGV[1]) or (ARGV[2] ~= '' and tonumber(settling[2] or 0) >= present) then return 'overtaken' end
if ARGV[2] ~= '' then redis.call('HSET', KEYS[1], 'headSize', present, 'head', ARGV[2]) end
redis.call('HSET', KEYS[1], 'settlingSize', ARGV[3], 'settlingRoot', ARGV[4], 'settlingSince', now)
return 'settling'
