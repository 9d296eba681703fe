export * from './api.ts';
export * from './limits.ts';
export * from './linksApi.ts';
export * from './meetingApi.ts';
export * from './messages.ts';
export * from './presence.ts';
export * from './roles.ts';
export * from './visibleText.ts';
