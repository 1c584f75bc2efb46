import { expect, test } from "vitest";
import { progressLine } from "#lib/cli/progress-line.ts";

function terminal(isTTY: boolean) {
	const written: string[] = [];
	let time = 0;
	const line = progressLine({ isTTY, write: (text) => written.push(text) }, () => time);
	const at = (milliseconds: number, text: string) => {
		time = milliseconds;
		line.update(text);
	};
	return { written, line, at };
}

test("long work rewrites one line now and then, and takes it away at the end", () => {
	const { written, line, at } = terminal(true);
	at(100, "1 %");
	at(900, "20 %");
	at(950, "21 %");
	at(1_000, "22 %");
	line.clear();
	expect(written).toEqual(["\r\u001B[K20 %", "\r\u001B[K22 %", "\r\u001B[K"]);
});

test("an announcement is there at once", () => {
	const { written, line, at } = terminal(true);
	line.announce("Reading …");
	at(50, "1 %");
	line.clear();
	line.clear();
	expect(written).toEqual(["\r\u001B[KReading …", "\r\u001B[K"]);
});

test.each([
	["short work", true, 700],
	["a file or pipe", false, 5_000],
])("%s gets nothing", (_, isTTY, milliseconds) => {
	const { written, line, at } = terminal(isTTY);
	at(milliseconds, "50 %");
	line.clear();
	expect(written).toEqual([]);
});
