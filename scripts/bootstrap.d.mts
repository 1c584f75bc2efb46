export function enter(name: string, args?: string[]): Promise<void>;
export const compiled: Readonly<Record<string, string>>;
export const quiet: Readonly<Record<string, string>>;

export function whenStarterEnds(stop: () => void): void;
