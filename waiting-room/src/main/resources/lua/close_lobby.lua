-- Closes the lobby of a draw when its time has come; at any later time, tells what was closed.
--
-- KEYS[1]  hash  the definition of the release
-- KEYS[2]  hash  the state of the queue
-- KEYS[3]  list  the fairness log
-- ARGV[1]  now, epoch ms; empty in production, where Redis' own clock rules
-- returns  {'closed', size of the lobby, entries of the log with which it closed}, {'drawn'} or {'not_due'}
-- include clock
local definition, state, log = KEYS[1], KEYS[2], KEYS[3]
-- include phase
-- include note
-- include lobby
local release = redis.call('HMGET', definition, 'mode', 'lobbyOpensAt', 'opensAt', 'closesAt', 'undrawn')
if not release[1] then return {'not_due'} end
if not release[5] then return {'drawn'} end
-- include life
if phase_of(unpack(release)) ~= 'DRAWING' then return {'not_due'} end
return {'closed', close_lobby()}
