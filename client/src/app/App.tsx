import { type ComponentType, useState } from 'react';
import { type Fetching, fetching, Notices, useFetched } from '../ui/index.ts';
import { ErrorBoundary } from './frame/ErrorBoundary.tsx';
import { Loading } from './frame/Loading.tsx';
// Not fetched apart: it is small, and what it asks the server is what a board waits for.
import { JoinPage } from './joinPage/JoinPage.tsx';
import { useRoute } from './route.ts';
import './theme.css';

const startPage = fetching(() => import('./startPage/StartPage.tsx').then((m) => m.StartPage));
const linksPage = fetching(() => import('./linksPage/LinksPage.tsx').then((m) => m.LinksPage));
const unknownPage = fetching(() => import('./frame/UnknownPage.tsx').then((m) => m.UnknownPage));

/** The whole page: which screen is shown, and what is shown when one fails. */
export function App() {
  return (
    <ErrorBoundary>
      <Screen />
      <Notices />
    </ErrorBoundary>
  );
}

function Screen() {
  const route = useRoute();
  switch (route.page) {
    case 'start':
      return <Fetched key="start" page={startPage} of={{}} />;
    case 'links':
      return <Fetched key={route.board} page={linksPage} of={{ board: route.board }} />;
    case 'board':
      return <JoinPage key={route.board} board={route.board} />;
    case 'unknown':
      return <Fetched key="unknown" page={unknownPage} of={{}} />;
  }
}

interface FetchedProps<P extends object> {
  readonly page: Fetching<ComponentType<P>>;
  readonly of: P;
}

/** A screen whose code comes when it is first shown. */
function Fetched<P extends object>({ page, of }: FetchedProps<P>) {
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const Shown = useFetched(page, (error) => setFailure({ error }));
  // For the boundary, which offers to load the page anew.
  if (failure !== undefined) throw failure.error;
  return Shown === undefined ? <Loading /> : <Shown {...of} />;
}
