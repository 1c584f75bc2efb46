export function enter(name: string, args?: string[]): Promise<void>;
export const quiet: Readonly<Record<string, string>>;
