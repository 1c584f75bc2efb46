import type { CharacterSet } from "./character-set.ts";
import { type Direction, PatternError, type PatternNode, type Place } from "./syntax-tree.ts";

/** Steps that may still be taken; shared by all patterns that work on one text. */
export interface Fuel {
	left: number;
}

/** The rules would take longer than their text is worth. */
export class SrxWorkExceeded extends Error {
	override readonly name = "SrxWorkExceeded";
}

/** Where in its program a pattern stands: consume a character, go on at two places, check the place, or done. */
type Instruction =
	| { readonly kind: "set"; readonly set: CharacterSet }
	| { readonly kind: "fork"; readonly to: readonly number[] }
	| { readonly kind: "place"; readonly place: Place }
	| { readonly kind: "look"; readonly negative: boolean; readonly inside: Automaton }
	| { readonly kind: "done" };

/** A pattern grows by its counted repetitions; with more instructions than this it is refused. */
const mostInstructions = 10_000;
/** Characters to one side of a place; a rule looks no further. */
const reach = 2_500;

/**
 * A pattern that is asked only whether it matches from a place on, in one direction. It runs by Thompson's method
 * (CACM 11:6, 1968): all ways to match at once, one character after the other, so that time is the number of
 * characters times the size of the pattern, whatever the pattern is. Nothing is ever tried twice.
 */
export class Automaton {
	private readonly program: readonly Instruction[];
	private readonly direction: Direction;
	/** In which round an instruction was reached last. */
	private readonly reached: Int32Array;
	private round = 0;
	/** The instructions that wait for the first character; null where they depend on the place. */
	private readonly first: number[] | null;
	private readonly matchesNothing: boolean;

	/** Throws `PatternError` "tooLarge". */
	constructor(
		node: PatternNode,
		direction: Direction,
		building: Building = { room: mostInstructions, insides: new Map() },
	) {
		const emitter = new Emitter(direction, building);
		emitter.emit(node);
		emitter.push({ kind: "done" });
		this.direction = direction;
		this.program = emitter.program;
		this.reached = new Int32Array(this.program.length);
		const first: number[] = [];
		const fixed = !this.program.some(({ kind }) => kind === "place" || kind === "look");
		if (fixed) this.round += 1;
		this.matchesNothing = fixed && this.follow(0, "", 0, { left: mostInstructions }, first);
		this.first = fixed ? first : null;
	}

	get size(): number {
		return this.program.length;
	}

	/** `at` is an offset in UTF-16 units, not within a surrogate pair. Throws `SrxWorkExceeded`. */
	matches(text: string, at: number, fuel: Fuel): boolean {
		if (this.matchesNothing) return true;
		let place = at;
		let states = this.first;
		if (states === null) {
			states = [];
			this.nextRound();
			if (this.follow(0, text, place, fuel, states)) return true;
		}
		for (let steps = 0; steps < reach && states.length > 0; steps += 1) {
			const codePoint = this.direction === "ahead" ? text.codePointAt(place) : codePointBefore(text, place);
			if (codePoint === undefined) return false;
			place += (codePoint > 0xffff ? 2 : 1) * (this.direction === "ahead" ? 1 : -1);
			const next: number[] = [];
			this.nextRound();
			spend(fuel, states.length);
			for (const state of states) {
				const step = this.program[state];
				if (step?.kind !== "set" || !step.set.has(codePoint)) continue;
				if (this.follow(state + 1, text, place, fuel, next)) return true;
			}
			states = next;
		}
		return false;
	}

	private nextRound(): void {
		this.round += 1;
		if (this.round < 0x7fffffff) return;
		this.reached.fill(0);
		this.round = 1;
	}

	/** Collects the instructions that wait for a character; true where the end of the program can be reached. */
	private follow(from: number, text: string, at: number, fuel: Fuel, waiting: number[]): boolean {
		const open = [from];
		for (let state = open.pop(); state !== undefined; state = open.pop()) {
			if (this.reached[state] === this.round) continue;
			this.reached[state] = this.round;
			spend(fuel, 1);
			const step = this.program[state];
			if (step === undefined || step.kind === "done") return true;
			if (step.kind === "set") waiting.push(state);
			else if (step.kind === "fork") open.push(...step.to);
			else if (holds(step, text, at, fuel)) open.push(state + 1);
		}
		return false;
	}
}

function spend(fuel: Fuel, steps: number): void {
	fuel.left -= steps;
	if (fuel.left < 0) throw new SrxWorkExceeded();
}

function holds(
	step: Extract<Instruction, { kind: "place" | "look" }>,
	text: string,
	at: number,
	fuel: Fuel,
): boolean {
	if (step.kind === "look") return step.inside.matches(text, at, fuel) !== step.negative;
	return isPlace(step.place, text, at);
}

const lineBreaks = /^[\n\r\u0085\u2028\u2029]/u;
const wordCharacter = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

function isPlace(place: Place, text: string, at: number): boolean {
	if (place === "start") return at === 0;
	if (place === "end") return at === text.length;
	if (place === "last")
		return (
			at === text.length ||
			(at >= text.length - 2 && /^(?:\r\n|[\n\r\u0085\u2028\u2029])$/u.test(text.slice(at)))
		);
	if (place === "lineStart") return at === 0 || lineBreaks.test(text[at - 1] ?? "");
	if (place === "lineEnd") return at === text.length || lineBreaks.test(text[at] ?? "");
	const edge = isWord(codePointBefore(text, at)) !== isWord(text.codePointAt(at));
	return edge === (place === "wordEdge");
}

function isWord(codePoint: number | undefined): boolean {
	return codePoint !== undefined && wordCharacter.test(String.fromCodePoint(codePoint));
}

function codePointBefore(text: string, at: number): number | undefined {
	if (at <= 0) return undefined;
	const unit = text.charCodeAt(at - 1);
	const isLow = unit >= 0xdc00 && unit <= 0xdfff;
	const pair = isLow && at > 1 ? text.codePointAt(at - 2) : undefined;
	return pair !== undefined && pair > 0xffff ? pair : unit;
}

/** What one pattern may still grow by, and the automata inside it: a repeated look-around is built once. */
interface Building {
	room: number;
	readonly insides: Map<PatternNode, Automaton>;
}

class Emitter {
	readonly program: Instruction[] = [];
	private readonly direction: Direction;
	private readonly building: Building;

	constructor(direction: Direction, building: Building) {
		this.direction = direction;
		this.building = building;
	}

	push(step: Instruction): void {
		this.building.room -= 1;
		if (this.building.room < 0) throw new PatternError("tooLarge");
		this.program.push(step);
	}

	emit(node: PatternNode): void {
		if (node.kind === "set" || node.kind === "place") this.push(node);
		else if (node.kind === "look") this.emitLook(node);
		else if (node.kind === "choice") this.emitChoice(node.options);
		else if (node.kind === "repeat") this.emitRepeat(node);
		else {
			const parts = this.direction === "ahead" ? node.parts : node.parts.toReversed();
			for (const part of parts) this.emit(part);
		}
	}

	private emitLook(node: Extract<PatternNode, { kind: "look" }>): void {
		const { insides } = this.building;
		const inside = insides.get(node) ?? new Automaton(node.node, node.direction, this.building);
		insides.set(node, inside);
		this.push({ kind: "look", negative: node.negative, inside });
	}

	private emitChoice(options: readonly PatternNode[]): void {
		const starts: number[] = [];
		const ends: number[] = [];
		this.push({ kind: "fork", to: starts });
		for (const option of options) {
			starts.push(this.program.length);
			this.emit(option);
			this.push({ kind: "fork", to: ends });
		}
		ends.push(this.program.length);
	}

	private emitRepeat({ node, least, most }: Extract<PatternNode, { kind: "repeat" }>): void {
		for (let copy = 0; copy < least; copy += 1) this.emit(node);
		const exits: number[][] = [];
		const optional = most === Number.POSITIVE_INFINITY ? 1 : most - least;
		for (let copy = 0; copy < optional; copy += 1) {
			const fork = [this.program.length + 1];
			exits.push(fork);
			this.push({ kind: "fork", to: fork });
			const begin = this.program.length - 1;
			this.emit(node);
			if (most === Number.POSITIVE_INFINITY) this.push({ kind: "fork", to: [begin] });
		}
		for (const exit of exits) exit.push(this.program.length);
	}
}
