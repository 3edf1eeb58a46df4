-- Spreads events evenly: how many may happen now, and the moment up to which the credit is then spent. Credit
-- nobody used is kept for so many ms at most, and always enough for one event.
local function credit(spent_until, per_minute, kept)
  local interval = 60000 / per_minute
  local base = math.max(tonumber(spent_until or 0), now - math.max(0, kept - interval))
  if now < base then return 0, base, interval end
  return math.floor((now - base) / interval) + 1, base, interval
end
