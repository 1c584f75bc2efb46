export function phase(name: string, work: () => string | Promise<string>): Promise<void>;
export function tell(error: unknown): void;
export function giveUp(error: unknown): never;
export function trouble(sentence: string, next: string): Error;
