/** Experiments: node tests/bench/align/train.ts */
import type { Band } from "#lib/core/align/band.ts";
import { evaluate, type IndexBead } from "#lib/core/align/evaluate.ts";
import { type Evidence, layout, numberFeatures, readFeatures, shapes } from "#lib/core/align/lexical/features.ts";
import { readEvidence, scoreWords } from "#lib/core/align/lexical/read-evidence.ts";
import { defaultParameters, type LexicalParameters } from "#lib/core/align/lexical/parameters.ts";
import { type Prepared, prepare } from "#lib/core/align/lexical/prepare.ts";
import { firstPairs, learnFrom, startState, stateAfter } from "#lib/core/align/lexical/search.ts";
import { scoredModel } from "#lib/core/align/lexical/scores.ts";
import { decode } from "#lib/core/align/lattice.ts";
import type { Bead } from "#lib/core/align/contract.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import type { GoldDocument } from "./sets.ts";

export const D = numberFeatures.length;
export const C = 5;
/** Beads of one document around its gold path, ready for the gradient. */
export interface Sample {
	rows: number; // lattice points = bands
	points: number;
	from: Int32Array; to: Int32Array;
	numbers: Float32Array; indicators: Int16Array;
	gold: Int32Array; // bead numbers
	weight: number;
}

export function goldPath(gold: readonly IndexBead[], sources: number): { beads: [number, number, number, number][]; path: Int32Array } {
	const beads: [number, number, number, number][] = [];
	let i = 0, j = 0;
	const path = new Int32Array(sources + 1);
	const sorted: { s: number; t: number }[] = [];
	for (const b of gold) { // runs of nulls become as few beads as possible
		const [s, t] = [b.source.length, b.target.length], l = sorted.at(-1);
		if (l && t === 0 && l.t === 0) l.s += s; else if (l && s === 0 && l.s === 0) l.t += t; else sorted.push({ s, t });
	}
	const push = (s: number, t: number) => { beads.push([i, j, s, t]); for (let r = i + 1; r <= i + s; r++) path[r] = j + t; i += s; j += t; if (s === 0) path[i] = j; };
	for (const { s, t } of sorted) {
		if (shapes.some((x) => x.source === s && x.target === t)) push(s, t);
		else if (s === 0) for (let k = t; k > 0; ) { const n = [8, 4, 2, 1].find((x) => x <= k && shapes.some((q) => q.source + q.target === x && q.source * q.target === 0))!; push(0, n); k -= n; }
		else if (t === 0) for (let k = s; k > 0; ) { const n = [8, 4, 2, 1].find((x) => x <= k && shapes.some((q) => q.source + q.target === x && q.source * q.target === 0))!; push(n, 0); k -= n; }
		else { // cut into representable parts
			let ls = s, lt = t;
			while (ls > 0 || lt > 0) {
				const as = Math.max(1, Math.min(2, ls)), at = ls <= 2 ? Math.min(lt, 5) : Math.max(1, Math.min(5, Math.round(lt * as / ls)));
				const us = Math.min(as, ls), ut = Math.min(at, lt);
				push(us, ut === 0 && us > 1 ? 0 : ut); ls -= us; lt -= ut;
			}
		}
	}
	return { beads, path };
}

export function goldBand(gold: ReturnType<typeof goldPath>, columns: number, half: number): Band {
	const rows = gold.path.length;
	const first = new Int32Array(rows).fill(columns), last = new Int32Array(rows);
	const visit = (i: number, j: number) => { first[i] = Math.min(first[i]!, j); last[i] = Math.max(last[i]!, j); };
	visit(0, 0);
	for (const [i, j, s, t] of gold.beads) for (let r = i; r <= i + s; r++) visit(r, r === i ? j : j + t);
	for (const [i, j, , t] of gold.beads) visit(i, j + (t && gold.beads.length ? 0 : 0));
	let right = 0; for (let i = 0; i < rows; i++) { right = Math.max(right, Math.min(columns, last[i]! + half)); last[i] = right; }
	let left = columns; for (let i = rows - 1; i >= 0; i--) { left = Math.min(left, Math.max(0, first[i]! - half)); first[i] = left; }
	const offset = new Float64Array(rows + 1);
	for (let i = 0; i < rows; i++) offset[i + 1] = offset[i]! + last[i]! - first[i]! + 1;
	return { first, last, offset };
}

export function sample(evidence: Evidence, gold: ReturnType<typeof goldPath>, columns: number, half: number, weight: number): Sample {
	const band = goldBand(gold, columns, half);
	const rows = band.first.length;
	const numbers = new Float64Array(D), indicators = new Int32Array(C);
	const from: number[] = [], to: number[] = [];
	const feats: number[] = [], inds: number[] = [];
	const goldKeys = new Map<string, number>(gold.beads.map((b, n) => [b.join(), n]));
	const goldBeads = new Int32Array(gold.beads.length).fill(-1);
	for (let i = 0; i < rows; i++) for (let j = band.first[i]!; j <= band.last[i]!; j++) for (let k = 0; k < shapes.length; k++) {
		const { source: s, target: t } = shapes[k]!;
		const i2 = i + s, j2 = j + t;
		if (i2 >= rows || j2 > columns || j2 < band.first[i2]! || j2 > band.last[i2]!) continue;
		const g = goldKeys.get(`${i},${j},${s},${t}`);
		if (g !== undefined) goldBeads[g] = from.length;
		from.push(band.offset[i]! + j - band.first[i]!); to.push(band.offset[i2]! + j2 - band.first[i2]!);
		readFeatures(evidence, k, i, j, numbers, indicators);
		for (let f = 0; f < D; f++) feats.push(numbers[f]!);
		for (let c = 0; c < C; c++) inds.push(indicators[c]!);
	}
	if (goldBeads.some((g) => g < 0)) throw new Error("gold bead outside the band");
	return { rows, points: band.offset[rows]!, from: Int32Array.from(from), to: Int32Array.from(to), numbers: Float32Array.from(feats), indicators: Int16Array.from(inds), gold: goldBeads, weight };
}

/** Log-likelihood of the gold path and its gradient, added to `gradient`. */
export function likelihood(s: Sample, w: Float64Array, gradient: Float64Array): number {
	const n = s.from.length;
	const score = new Float64Array(n);
	for (let b = 0; b < n; b++) {
		let x = 0;
		const o = b * D;
		for (let f = 0; f < D; f++) x += w[f]! * s.numbers[o + f]!;
		for (let c = 0; c < C; c++) { const d = s.indicators[b * C + c]!; if (d >= 0) x += w[d]!; }
		score[b] = x;
	}
	// beads are sorted by `from`; points ascend topologically except nulls inside a row, which also ascend
	const alpha = new Float64Array(s.points).fill(-Infinity), beta = new Float64Array(s.points).fill(-Infinity);
	alpha[0] = 0; beta[s.points - 1] = 0;
	for (let b = 0; b < n; b++) { const v = alpha[s.from[b]!]! + score[b]!; const t = s.to[b]!; alpha[t] = logAdd(alpha[t]!, v); }
	for (let b = n - 1; b >= 0; b--) { const v = beta[s.to[b]!]! + score[b]!; const f = s.from[b]!; beta[f] = logAdd(beta[f]!, v); }
	const total = alpha[s.points - 1]!;
	let ll = -total * s.weight;
	for (let b = 0; b < n; b++) {
		const e = alpha[s.from[b]!]! + score[b]! + beta[s.to[b]!]! - total;
		if (e < -14) continue;
		const p = Math.exp(e) * s.weight;
		const o = b * D;
		for (let f = 0; f < D; f++) gradient[f]! -= p * s.numbers[o + f]!;
		for (let c = 0; c < C; c++) { const d = s.indicators[b * C + c]!; if (d >= 0) gradient[d]! -= p; }
	}
	for (const b of s.gold) {
		ll += score[b]! * s.weight;
		const o = b * D;
		for (let f = 0; f < D; f++) gradient[f]! += s.weight * s.numbers[o + f]!;
		for (let c = 0; c < C; c++) { const d = s.indicators[b * C + c]!; if (d >= 0) gradient[d]! += s.weight; }
	}
	return ll;
}
function logAdd(a: number, b: number) { if (a < b) { const t = a; a = b; b = t; } return b === -Infinity || a - b > 40 ? a : a + Math.log1p(Math.exp(b - a)); }

/** L-BFGS. */
export function fit(samples: Sample[], start: Float64Array, l2: number | Float64Array, iterations: number, mean: Float64Array = start): Float64Array {
	const N = start.length;
	const objective = (w: Float64Array): [number, Float64Array] => {
		const g = new Float64Array(N); let v = 0;
		for (const s of samples) v += likelihood(s, w, g);
		for (let f = 0; f < N; f++) { const l = typeof l2 === "number" ? l2 : l2[f]!; const off = w[f]! - mean[f]!; v -= 0.5 * l * off ** 2; g[f]! -= l * off; g[f] = -g[f]!; }
		return [-v, g];
	};
	let w = start.slice(); let [v, g] = objective(w);
	const S: Float64Array[] = [], Y: Float64Array[] = [];
	const dot = (a: Float64Array, b: Float64Array) => { let s = 0; for (let k = 0; k < N; k++) s += a[k]! * b[k]!; return s; };
	for (let it = 0; it < iterations; it++) {
		const q = g.slice(); const al: number[] = [];
		for (let k = S.length - 1; k >= 0; k--) { const a = dot(S[k]!, q) / dot(S[k]!, Y[k]!); al[k] = a; for (let x = 0; x < N; x++) q[x]! -= a * Y[k]![x]!; }
		const gamma = S.length ? dot(S.at(-1)!, Y.at(-1)!) / dot(Y.at(-1)!, Y.at(-1)!) : 1 / Math.sqrt(dot(g, g));
		for (let x = 0; x < N; x++) q[x]! *= gamma;
		for (let k = 0; k < S.length; k++) { const b = dot(Y[k]!, q) / dot(S[k]!, Y[k]!); for (let x = 0; x < N; x++) q[x]! += (al[k]! - b) * S[k]![x]!; }
		let step = 1; const slope = -dot(g, q); let next: Float64Array | null = null, nv = 0, ng = g;
		for (let tries = 0; tries < 12; tries++) {
			const c = w.map((x, k) => x - step * q[k]!); [nv, ng] = objective(c);
			if (nv <= v + 1e-4 * step * slope) { next = c; break; }
			step *= 0.5;
		}
		if (!next) break;
		const s = next.map((x, k) => x - w[k]!), y = ng.map((x, k) => x - g[k]!);
		if (dot(s, y) > 1e-10) { S.push(s); Y.push(y); if (S.length > 8) { S.shift(); Y.shift(); } }
		const gain = v - nv; w = next; v = nv; g = ng;
		if (gain < 1e-4 * Math.abs(v) * 0.1) break;
	}
	return w;
}

export function toIndex(beads: readonly Bead[]): IndexBead[] {
	const list = ([a, b]: readonly [number, number]) => Array.from({ length: b - a }, (_, k) => a + k);
	return beads.flatMap((b) => (b.source[0] === b.source[1] ? list(b.target).map((t) => ({ source: [], target: [t] })) : b.target[0] === b.target[1] ? list(b.source).map((s) => ({ source: [s], target: [] })) : [{ source: list(b.source), target: list(b.target) }]));
}

export interface Ready { doc: GoldDocument; prepared: Prepared; gold: ReturnType<typeof goldPath>; columns: number; rows: number }
export function ready(doc: GoldDocument, lexicon: Lexicon | undefined, parameters: LexicalParameters): Ready {
	return { doc, prepared: prepare(doc.source, doc.target, lexicon ? { lexicon } : {}, parameters), gold: goldPath(doc.gold, doc.source.length), columns: doc.target.length, rows: doc.source.length };
}
const part = (r: Ready) => [{ prepared: r.prepared, path: r.gold.path, others: [] }];

export function handWeights(): Float64Array {
	const w = new Float64Array(layout.size);
	w[0] = 2.2; w[3] = 2.2; w[14] = 0.6;
	const prior: Record<string, number> = { "1,1": .62, "1,2": .21, "1,3": .06, "1,4": .022, "2,1": .05, "2,2": .018, "2,3": .009, "1,0": .0003, "0,1": .0003 };
	shapes.forEach((s, k) => { w[layout.shape + k] = Math.log(prior[`${s.source},${s.target}`] ?? .002); });
	return w;
}
function evidence(r: Ready, beads: readonly Bead[] | null, band: Band, parameters: LexicalParameters) {
	const known = firstPairs(r.prepared, parameters);
	const state = beads ? stateAfter(part(r), [{ beads }]) : startState(part(r));
	const learned = beads ? learnFrom(part(r), [{ beads }], parameters) : undefined;
	return readEvidence(r.prepared, scoreWords(r.prepared, known, band, parameters), learned && scoreWords(r.prepared, learned, band, parameters), state);
}
/** `beads`: what the pass before found. */
export function makeSample(r: Ready, beads: readonly Bead[] | null, parameters: LexicalParameters, half = 6, weight = 1): Sample {
	return sample(evidence(r, beads, goldBand(r.gold, r.columns, half), parameters), r.gold, r.columns, half, weight);
}
export function decodePass(r: Ready, beads: readonly Bead[] | null, weights: Float64Array, parameters: LexicalParameters): Bead[] {
	const band = goldBand(r.gold, r.columns, 9);
	return decode(scoredModel(evidence(r, beads, band, parameters), band, weights, []), band).beads;
}
export function scoreOf(items: { r: Ready; beads: readonly Bead[] }[]) {
	const e = evaluate(items.map(({ r, beads }) => ({ gold: r.doc.gold, system: toIndex(beads) })));
	return `strict ${e.strict.f1.toFixed(4)} lax ${e.lax.f1.toFixed(4)} nulls P ${e.nulls.precision.toFixed(2)} R ${e.nulls.recall.toFixed(2)}`;
}
export { defaultParameters };
