-- A store that was restarted or failed over may have lost its last moments: nothing is given to anybody before
-- recover_release was run in its new life. To be included where the script may still turn back.
local life = redis.call('HGET', state, 'storeLife')
if life and not redis.call('INFO', 'server'):find('run_id:' .. life, 1, true) then
  return redis.error_reply('NEWLIFE the store began a new life')
end
