-- Closes the lobby of a draw, once, as soon as its time is over: whoever comes later stands behind. Returns its size,
-- and how many entries the fairness log had right then.
local function close_lobby()
  local closed = redis.call('HMGET', state, 'lobbySize', 'lobbyTreeSize')
  if closed[1] then return tonumber(closed[1]), tonumber(closed[2]) end
  local size = tonumber(redis.call('HGET', state, 'lobby') or 0)
  local entries = note('close', size)
  redis.call('HSET', state, 'lobbySize', size, 'lobbyTreeSize', entries, 'issued', size)
  return size, entries
end
