/**
 * What a dismissal holds for: a finding in exactly these texts. Browser and server work it out alike, so that either
 * can tell whether something is still as it was when somebody dismissed it.
 */
import type { CheckedPassage, Fault } from "./contract.ts";

/** Names the texts of a passage: another where any of them is, or where they are divided otherwise. */
export function contentOf({ source, target }: Pick<CheckedPassage, "source" | "target">): string {
	return digest(JSON.stringify([source.map(({ text }) => text), target.map(({ text }) => text)]));
}

/** Names a finding in texts of this content; with the segment's id it is one of a document. */
export function fingerprintOf(
	{
		check,
		key,
		side,
		start,
		end,
	}: Pick<Fault, "key" | "side" | "start" | "end"> & { readonly check: string },
	content: string,
): string {
	return digest(`${check}.${key} ${side} ${start} ${end} ${content}`);
}

const lanes = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;
const multipliers = [597_399_067, 2_869_860_233, 951_274_213, 2_716_044_179] as const;

/** 128 bits after MurmurHash3's mixing, as 32 hexadecimal digits: not for secrets. */
function digest(text: string): string {
	const state: [number, number, number, number] = [...lanes];
	for (let i = 0; i < text.length; i += 1) {
		const unit = text.charCodeAt(i);
		const [a, b, c, d] = state;
		state[0] = b ^ Math.imul(a ^ unit, multipliers[0]);
		state[1] = c ^ Math.imul(b ^ unit, multipliers[1]);
		state[2] = d ^ Math.imul(c ^ unit, multipliers[2]);
		state[3] = a ^ Math.imul(d ^ unit, multipliers[3]);
	}
	return state.map((lane) => settled(lane).toString(16).padStart(8, "0")).join("");
}

function settled(lane: number): number {
	let bits = lane ^ (lane >>> 16);
	bits = Math.imul(bits, 0x85ebca6b);
	bits ^= bits >>> 13;
	bits = Math.imul(bits, 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}
