import { once } from "node:events";
import { createWriteStream } from "node:fs";

const chinese = "清晨的河面上有一层薄雾，渡船慢慢靠岸，老人把网收起来放在石阶旁边。";
const english =
	"early mist lay on the river while the ferry came slowly to the bank and an old man put his net beside the steps".split(
		" ",
	);

/**
 * Writes a translation memory of about so many bytes, the same one every time: sentences put together at random, one
 * in eight with inline codes, some with notes and properties. Gives how many units it has.
 */
export async function writeMemory(path: string, bytes: number): Promise<number> {
	const random = numbers(20_261_122);
	const out = createWriteStream(path);
	const write = async (text: string) => {
		if (!out.write(text)) await once(out, "drain");
	};
	await write(head);
	let units = 0;
	for (let written = 0; written < bytes; ) {
		let batch = "";
		for (let count = 0; count < 500; count += 1) {
			units += 1;
			batch += unit(units, random);
		}
		written += Buffer.byteLength(batch);
		await write(batch);
	}
	await write("</body>\n</tmx>\n");
	out.end();
	await once(out, "close");
	return units;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="plaintext"/>
<body>
`;

function unit(number: number, random: () => number): string {
	const marked = random() < 0.125;
	const [source, target] = [sentence(chinese.split(""), "", random), sentence(english, " ", random)];
	const code = (text: string) =>
		marked ? `<bpt i="1">&lt;b&gt;</bpt>${text}<ept i="1">&lt;/b&gt;</ept>` : text;
	const more = random() < 0.2 ? '<prop type="x-state">reviewed</prop>\n<note>from the desk</note>\n' : "";
	return `<tu tuid="${number}" changedate="20260304T050607Z" changeid="bench">
${more}<tuv xml:lang="zh-CN"><seg>${code(source)}。</seg></tuv>
<tuv xml:lang="en"><seg>${code(target)}.</seg></tuv>
</tu>
`;
}

function sentence(words: readonly string[], joiner: string, random: () => number): string {
	const count = 8 + Math.floor(random() * 30);
	return Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? "").join(joiner);
}

/** Mulberry32: small, seeded, good enough for text. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
