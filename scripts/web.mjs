// The web process: Next's server at HOST and PORT. It ends with the process that started it.
import { subscribe } from "node:diagnostics_channel";
import { createRequire } from "node:module";
import { sendCompressed } from "./static-files.mjs";

const development = process.argv.includes("--dev");
const { HOST = "127.0.0.1", PORT = "3000" } = process.env;

// Node gives a request five minutes to arrive whole; a large file over a slow line takes longer.
const longestRequest = 60 * 60_000;
const farewell = 100; // ms
let web;
let ending = false;
subscribe("http.server.request.start", ({ server, response }) => {
	server.requestTimeout = longestRequest;
	web = server;
	if (ending) response.shouldKeepAlive = false;
});

// Next waits for all connections to end, and a browser in the middle of things would use its own again and again.
for (const signal of ["SIGTERM", "SIGINT"]) {
	process.once(signal, () => {
		if (process.listenerCount(signal) === 0) process.exit(); // Next does not listen yet
		ending = true;
		setInterval(() => web?.closeIdleConnections(), farewell).unref();
	});
}

if (!development) sendCompressed();
// Whoever reads what is written here is gone, and so are we: Next would tell of that error, and of the error in telling.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => process.exit(1));
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.argv.splice(
	2,
	process.argv.length,
	development ? "dev" : "start",
	"--hostname",
	HOST,
	"--port",
	PORT,
);
createRequire(import.meta.url)("next/dist/bin/next");
