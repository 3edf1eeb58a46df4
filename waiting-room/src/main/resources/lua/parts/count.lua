-- Counts one event of the queue: in total, and in the minute it happened in.
local function count(what, by)
  redis.call('HINCRBY', state, what, by)
  redis.call('HINCRBY', history, string.format('%.0f:%s', now - now % 60000, what), by)
end
