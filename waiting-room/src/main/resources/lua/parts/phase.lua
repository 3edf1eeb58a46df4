-- The phase a release is in; the times of its definition are strings of epoch ms, '' where there is none. `undrawn`
-- stands in it until the lobby of a draw has its places.
local function phase_of(mode, lobby_opens_at, opens_at, closes_at, undrawn)
  if mode == 'CLOSED' or (closes_at ~= '' and now >= tonumber(closes_at)) then return 'CLOSED' end
  if now < tonumber(lobby_opens_at) then return 'SCHEDULED' end
  if now < tonumber(opens_at) then return 'LOBBY' end
  if undrawn then return 'DRAWING' end
  if mode == 'HOLD' then return 'HELD' end
  if mode == 'DRAIN' then return 'DRAINING' end
  return 'OPEN'
end
