export { Panel } from './panel/Panel.tsx';
export type { PanelProps } from './panel/props.ts';
