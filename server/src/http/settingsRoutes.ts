import type { SettingsResponse } from '@samenbord/shared/protocol';
import { sendJson } from './respond.ts';
import type { Route } from './router.ts';

/** What the start page has to know of this server. @param secret whether boards are made with one */
export function settingsRoutes(secret: boolean): Route[] {
  const settings: SettingsResponse = { boardCreation: secret ? 'secret' : 'open' };
  return [
    {
      method: 'GET',
      pattern: '/api/settings',
      action: 'anyone',
      handle: ({ response }) => sendJson(response, 200, settings),
    },
  ];
}
