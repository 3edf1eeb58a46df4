-- Appends one entry to the fairness log: what happened, and whom it concerns. Returns how many there are then.
local function note(what, ...)
  return redis.call('RPUSH', log, string.format('%s %.0f %s', what, now, table.concat({...}, ' ')))
end
