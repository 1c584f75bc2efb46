import { createHash } from "node:crypto";
import { db } from "./db.ts";
import { AppError } from "./errors.ts";

/** Attempts are counted in buckets of 5 minutes; the current one and the three before cover any 15 minutes. */
const bucketSeconds = 300;
const coveredSeconds = 900;

/** Old counts are cleared away by one attempt in so many, so that a flood does not clear at each. */
const forgetChance = 1 / 50;

export const attemptLimits = { account: 10, address: 100 } as const;

/**
 * Counts one attempt under a key, unless its limit for the last 15 minutes is reached: then throws
 * `throttled` and counts nothing, so that a flood does not prolong the wait. One statement: any number
 * of processes see one count.
 */
export async function countAttempt(kind: keyof typeof attemptLimits, subject: string): Promise<void> {
	const key = `${kind}:${createHash("sha256").update(subject).digest("base64url")}`;
	const limit = attemptLimits[kind];
	const counted = await db().$queryRaw<{ count: number }[]>`
		WITH bucket AS (
			SELECT to_timestamp(floor(extract(epoch FROM clock_timestamp()) / ${bucketSeconds}) * ${bucketSeconds}) AS "start"
		), past AS (
			SELECT coalesce(sum(a."count"), 0) AS n FROM "SignInAttempt" a, bucket
			WHERE a."key" = ${key} AND a."windowStart" < bucket."start"
				AND a."windowStart" >= bucket."start" - make_interval(secs => ${coveredSeconds})
		)
		INSERT INTO "SignInAttempt" ("key", "windowStart", "count")
		SELECT ${key}, bucket."start", 1 FROM bucket, past WHERE past.n < ${limit}
		ON CONFLICT ("key", "windowStart") DO UPDATE SET "count" = "SignInAttempt"."count" + 1
			WHERE "SignInAttempt"."count" + (SELECT n FROM past) < ${limit}
		RETURNING "count"`;
	const [row] = counted;
	if (row === undefined) {
		throw new AppError("throttled", "throttled", { minutes: (coveredSeconds + bucketSeconds) / 60 });
	}
	if (Math.random() < forgetChance) await forgetOldAttempts();
}

async function forgetOldAttempts(): Promise<void> {
	const dayAgo = new Date(Date.now() - 24 * 60 * 60 * 1000);
	await db().signInAttempt.deleteMany({ where: { windowStart: { lt: dayAgo } } });
}
