import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "./errors.ts";

export const passwordLength = { least: 8, recommended: 15, most: 256 } as const;

/** OWASP's minimum for argon2id (the library's own choice of algorithm): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** At most half the cores hash, half of the time: a crowd at the door leaves the others' saves alone. */
const lanes = Math.max(1, Math.floor(availableParallelism() / 2));
const longestQueue = 200;

/** The most used passwords of at least eight characters, and this product's own name. */
const commonest: ReadonlySet<string> = new Set(
	`12345678 123456789 1234567890 12345678910 123123123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 87654321
	987654321 0987654321 11111111 00000000 88888888 66666666 99999999 12341234 11223344 123321123 147258369
	a1234567 a12345678 a123456789 aa123456 aa12345678 abc12345 abcd1234 abcdefgh abcd12345 admin123 administrator
	asdfasdf asdfghjk asdfghjkl asdf1234 baseball basketball changeme charlie1 computer dragon12 duizhao1 duizhao123
	duizhaoduizhao football football1 iloveyou iloveyou1 internet jennifer letmein1 letmein123 liverpool
	login123 master123 michelle mustang1 p@ssw0rd p@ssword passw0rd password password! password1 password12
	password123 password1234 princess princess1 q1w2e3r4 q1w2e3r4t5 qazwsxedc qwer1234 qwertyui qwertyuiop
	qwerty12 qwerty123 qwerty1234 samsung1 secret123 sunshine sunshine1 superman superman1 test1234 testtest
	trustno1 welcome1 welcome123 whatever woaini1314 5201314520 xiaoming zaq12wsx zxcvbnm1 zxcvbnm123 zxcvbnm,`
		.split(/\s+/)
		.filter((word) => word !== ""),
);

/** Throws `invalid` naming the field when a new password is too short, too long or among the commonest. */
export function checkNewPassword(password: string): void {
	const values = { field: "password", ...passwordLength };
	if ([...password].length < passwordLength.least) throw new AppError("invalid", "passwordTooShort", values);
	if (password.length > passwordLength.most) throw new AppError("invalid", "passwordTooLong", values);
	const plain = password.normalize("NFKC").toLowerCase();
	if (commonest.has(plain) || /^(.)\1*$/u.test(plain))
		throw new AppError("invalid", "passwordTooCommon", values);
}

let running = 0;
const waiting: (() => void)[] = [];

async function inLane<T>(work: () => Promise<T>): Promise<T> {
	if (running >= lanes) {
		if (waiting.length >= longestQueue) throw new AppError("busy", "busy");
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else {
		running += 1;
	}
	const start = performance.now();
	try {
		return await work();
	} finally {
		if (waiting.length === 0) running -= 1;
		// While others wait, the lane rests as long as it worked.
		else setTimeout(passOn, performance.now() - start);
	}
}

function passOn(): void {
	const next = waiting.shift();
	if (next === undefined) running -= 1;
	else next();
}

/** A password is compared in one normal form, whatever keyboard produced it. */
const canonical = (password: string) => password.normalize("NFKC");

export async function hashPassword(password: string): Promise<string> {
	return inLane(() => hash(canonical(password), cost));
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (no such account, none set) a made-up one is
 * checked, so that the answer takes as long.
 */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
	dummy ??= hashPassword("nobody's password");
	const stored = passwordHash ?? (await dummy);
	const text = canonical(password.slice(0, passwordLength.most));
	const fits = await inLane(() => verify(stored, text));
	return fits && passwordHash !== null && password.length <= passwordLength.most;
}
