import type { Server } from 'node:http';
import { migrate } from '@samenbord/shared/board';
import { CLOSE } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import { type Access, createAccess, decide as decideAccess, LINK_NOTE } from './access/index.ts';
import { createAdding } from './boards/adding.ts';
import { createBoards } from './boards/boards.ts';
import { createEnforcer, type Enforcer } from './boards/enforcer.ts';
import { createLives, type KeptLives } from './boards/lives.ts';
import { ownPlaces } from './boards/ownPlaces.ts';
import { createPictureSweep } from './boards/pictureSweep.ts';
import { type BoardStates, createStates, STATE_KIND } from './boards/state.ts';
import type { Config } from './config.ts';
import { followOthers } from './follow.ts';
import { type Home, openHome } from './home.ts';
import { actRoutes } from './http/actRoutes.ts';
import { boardRoutes } from './http/boardRoutes.ts';
import { createBudget } from './http/budget.ts';
import { codeRoutes } from './http/codeRoutes.ts';
import { createDoor } from './http/door.ts';
import { createGateway, type Gateway } from './http/gateway.ts';
import { createGuard, type Guard } from './http/guard.ts';
import { createHandler } from './http/handler.ts';
import { joinRoutes } from './http/joinRoutes.ts';
import { linkRoutes } from './http/linkRoutes.ts';
import { listen, listeningUrl, visitableUrl } from './http/listen.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createPage } from './http/page.ts';
import { penRoutes } from './http/penRoutes.ts';
import { pictureRoutes } from './http/pictureRoutes.ts';
import { probeRoutes } from './http/probeRoutes.ts';
import { relayFigures } from './http/relayMetrics.ts';
import type { Route } from './http/router.ts';
import { settingsRoutes } from './http/settingsRoutes.ts';
import { waitingRoutes } from './http/waitingRoutes.ts';
import { openMeeting } from './meeting.ts';
import { createRelay } from './relay/index.ts';
import type { Relay } from './relay/types.ts';

/** ms that requests still being answered get when the server goes down. */
const GRACE = 3_000;

/** A server that takes requests. */
export interface Running {
  /** `http://HOST:PORT` as it listens. */
  readonly url: string;
  /** What it answers to over HTTP, and what each asks of a session. */
  readonly routes: readonly Pick<Route, 'method' | 'pattern' | 'action'>[];
  /** Ends the sockets whose ticket or link has ended; also done by itself, within a second. */
  endExpired(): void;
  /** Erases the boards of which the end has passed; also done by itself every minute. */
  sweep(): Promise<void>;
  /** Takes away pictures that nothing shows any more; also done by itself, every `PICTURE_SWEEP`. */
  sweepPictures(): Promise<void>;
  /** Stops taking, saves everything, closes. @throws {StoreError} when something could not be saved */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log: Logger;
  /** ms since the epoch, now */
  readonly now?: () => number;
  /** In the place of the one function that decides about access: for tests that show what would happen without it. */
  readonly decide?: typeof decideAccess;
}

/**
 * Wires the parts of the server and lets it listen.
 * @throws {StoreError} when DATA_DIR or DATABASE_URL cannot be used
 * @throws {ListenError} when HOST and PORT cannot
 */
export async function start(
  config: Config,
  { log, now = Date.now, decide = decideAccess }: StartOptions,
): Promise<Running> {
  const home = await openHome(config, log);
  const { store, shared } = home;
  const metrics = createMetrics();
  const lives = createLives(store);
  const relay = createRelay({
    store,
    lives: lives.of,
    log,
    metrics: metrics.relay,
    limits: config.relay,
    migrate: (document) => void migrate(document),
    own: ownPlaces,
    ...(shared && { shared }),
  });
  relayFigures(metrics.registry, () => relay.figures());
  const states = createStates(store);
  const enforcer = createEnforcer({ relay, states, now });
  try {
    const access = await createAccess({
      store,
      boardFacts: enforcer.facts,
      decide,
      ticketLifetime: config.ticketLifetime,
      now,
    });
    const server = await listen(config.host, config.port, config.limits.connections);
    // From here to the end nothing waits, so no request finds a server without handlers.
    return serve({ config, log, now, home, metrics, relay, lives, states, enforcer, access, server });
  } catch (error) {
    await relay.close();
    await home.leave();
    await store.close();
    throw error;
  }
}

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly now: () => number;
  readonly home: Home;
  readonly metrics: Metrics;
  readonly relay: Relay;
  readonly lives: KeptLives;
  readonly states: BoardStates;
  readonly enforcer: Enforcer;
  readonly access: Access;
  readonly server: Server;
}

/** Waits for what is still being answered, for {@link GRACE}, and cuts the rest. */
async function drain(server: Server, gateway: Gateway, closed: Promise<void>): Promise<void> {
  // A connection that was answering when the server stopped listening falls idle after that.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => {
    gateway.terminate();
    server.closeAllConnections();
  }, GRACE);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

/** Pictures of boards: bringing and giving them, and looking now and then for those that nothing shows. */
function servePictures(parts: Parts, guard: Guard) {
  const { config, log, now, home, metrics, relay, access } = parts;
  const { limits, pictureGrace: grace, pictureSweep: every } = config;
  const { store, shared } = home;
  const sweep = createPictureSweep({
    relay,
    store,
    log,
    now,
    grace,
    removed: metrics.picturesRemoved,
    // Alone there is nobody whose changes are not here yet.
    ...(shared ? {} : { settle: 0 }),
  });
  const timer = setInterval(() => void sweep.all().catch(() => undefined), every).unref();
  const memory = createBudget(limits.pictureMemory);
  const { pictures } = store;
  const stop = (): void => {
    clearInterval(timer);
    sweep.stop();
  };
  return {
    memory,
    sweep: { ...sweep, stop },
    routes: pictureRoutes({ guard, access, pictures, limits, memory, makeRoom: sweep.board, log, now }),
  };
}

function serve(parts: Parts): Running {
  const { config, log, now, home, metrics, relay, enforcer, access, server } = parts;
  const { limits } = config;
  const { store, shared } = home;
  const url = listeningUrl(server, config.host);
  const publicUrl = config.publicUrl ?? visitableUrl(url);
  const boards = createBoards({ access, relay, store, openRound: enforcer.openRound, publicUrl, now });
  const guard = createGuard({ access, config, metrics, publicUrl, now });
  const gateway = createGateway({
    access,
    relay,
    metrics,
    log,
    limits,
    relayLimits: config.relay,
    trustedHops: config.trustedHops,
    publicUrl,
    epoch: enforcer.epoch,
    hasEnded: enforcer.hasEnded,
    now,
  });
  const endHere = (board: string, link: string): void =>
    relay.disconnect((session) => session.board === board && session.link === link, CLOSE.withdrawn);
  const endLink = (board: string, link: string): void => {
    endHere(board, link);
    shared?.nodes.withdraw({ board, link });
  };
  const linkChanged = (board: string, link: string): void =>
    shared?.nodes.noted({ board, kind: LINK_NOTE, id: link });
  const { acts, following } = openMeeting({ ...parts, endLink });
  const unfollow =
    shared &&
    followOthers(shared, log, now, {
      withdrawn({ board, link }) {
        if (access.withdrawnElsewhere(link)) endHere(board, link);
      },
      noted: {
        [LINK_NOTE]: ({ board, id }) => access.changedElsewhere(board, id),
        [STATE_KIND]: ({ board }) => following.changed(board),
      },
    });
  const door = createDoor({ guard, access, publicUrl, log, now });
  let stopping = false;
  const pictures = servePictures(parts, guard);
  const routes = [
    ...settingsRoutes(config.creationSecret !== undefined),
    ...boardRoutes({ ...parts, guard, boards, limits, pictures: store.pictures, memory: pictures.memory }),
    ...joinRoutes({ guard, access, boards, door }),
    ...waitingRoutes({ guard, access, door, log }),
    ...linkRoutes({ guard, access, boards, publicUrl, endLink, linkChanged, log, now }),
    ...codeRoutes({ guard, access, log }),
    ...pictures.routes,
    ...penRoutes({ guard, access, adding: createAdding({ relay, now }), publicUrl, log }),
    ...actRoutes(guard, acts, log),
    ...probeRoutes({ metrics, ready: async () => !stopping && (await store.healthy()) }),
  ];
  const page = createPage(config.clientDir, log);
  server.on(
    'request',
    createHandler({
      routes,
      page,
      metrics,
      log,
      publicUrl,
      frameAncestors: config.frameAncestors,
      bodyLimit: Math.max(limits.body, limits.picture),
    }),
  );
  server.on('upgrade', gateway.upgrade);

  return {
    url,
    routes,
    endExpired: gateway.endExpired,
    sweep: following.sweep,
    sweepPictures: pictures.sweep.all,
    async stop() {
      stopping = true;
      gateway.stop();
      pictures.sweep.stop();
      const closed = new Promise<void>((done) => server.close(() => done()));
      unfollow?.();
      following.stop();
      await relay.close();
      await home.leave();
      await drain(server, gateway, closed);
      await store.close();
    },
  };
}
