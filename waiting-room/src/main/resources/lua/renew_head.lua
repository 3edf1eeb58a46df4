-- Replaces a signed head by the same one under another key, unless a later head is there already.
--
-- KEYS[1]  hash  the tree
-- ARGV[1]  the head the caller saw
-- ARGV[2]  the new one
-- ARGV[3]  now, epoch ms; not used
-- returns  'renewed' or 'overtaken'
if redis.call('HGET', KEYS[1], 'head') ~= ARGV[1] then return 'overtaken' end
redis.call('HSET', KEYS[1], 'head', ARGV[2])
return 'renewed'
