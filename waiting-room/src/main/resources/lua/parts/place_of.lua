-- The place of a visitor. Who came to the lobby of a draw has an index, like '~17', until the caller, who can compute
-- the draw, tells the place that became of it: '~17 4711'. Nobody is believed about another index than their own.
local function place_of(visitor, drawn)
  local held = redis.call('HGET', places, visitor)
  local index, place = drawn:match('^(~%d+) (%d+)$')
  return index and index == held and place or held
end
