import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const length = 20; // 62²⁰ ≈ 2¹¹⁹: no two alike

/** A random id in the form that all ids have: letters and digits only. */
export function newId(): string {
	return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}
