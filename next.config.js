import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./lib/messages/request.ts");

// The content security policy carries a nonce of each request and is set in proxy.ts.
const securityHeaders = [
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Referrer-Policy", value: "same-origin" },
	{ key: "Cross-Origin-Opener-Policy", value: "same-origin" },
	{ key: "Cross-Origin-Resource-Policy", value: "same-origin" },
	{ key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** @type {import("next").NextConfig} */
const config = {
	poweredByHeader: false,
	typedRoutes: false,
	typescript: { ignoreBuildErrors: true }, // `npm test` checks the types; a start need not do it again
	// What need not be bundled into each of the many routes once more.
	serverExternalPackages: [
		"@node-rs/argon2",
		"@prisma/adapter-pg",
		"@prisma/client",
		"diff",
		"docx",
		"parse5",
		"pg",
		"pg-boss",
		"re2js",
		"saxes",
	],
	experimental: { serverSourceMaps: false, turbopackSourceMaps: false },
	turbopack: {
		resolveAlias: {
			// Messages come taken apart (lib/messages/compiled.ts), so that no browser has to do it.
			"use-intl/format-message": "use-intl/format-message/format-only",
			zod: { browser: "./app/_ui/without-schemas.ts" },
			"@codemirror/language": { browser: "./app/_ui/without-syntax.ts" },
			"@lezer/common": { browser: "./app/_ui/without-syntax.ts" },
		},
	},
	headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default withMessages(config);
