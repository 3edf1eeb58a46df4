-- Places in [first, last] that nobody holds, because the store lost its last moments and numbering went on beyond.
local function missing_between(first, last)
  local missing = 0
  local found = redis.call('ZRANGEBYSCORE', gaps, '-inf', last, 'WITHSCORES')
  for i = 1, #found, 2 do
    local from, to = math.max(tonumber(found[i + 1]), first), math.min(tonumber(found[i]), last)
    missing = missing + math.max(0, to - from + 1)
  end
  return missing
end
