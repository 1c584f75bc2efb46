import { z } from "zod";
import { type RouteAccess, type RouteDescription, statusOf } from "./route-description.ts";
import { routes } from "./routes.ts";

const problem = {
	type: "object",
	properties: {
		type: { type: "string" },
		title: { type: "string" },
		status: { type: "integer" },
		code: { type: "string" },
		key: { type: "string", description: "key of the message catalogue" },
		values: { type: "object", description: "what the message is filled with" },
	},
	required: ["type", "title", "status", "code", "key", "values"],
} as const;

const problemContent = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };

function accessInWords(access: RouteAccess): string {
	if (access === "public") return "Open to everybody.";
	if (access === "signed-in") return "For everybody who is signed in.";
	if (access === "administrator") return "For administrators.";
	return `For members of the project whose role has the permission \`${access}\`; to others it does not exist.`;
}

function parametersOf(path: string, query: z.ZodType | undefined) {
	const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
		name,
		in: "path",
		required: true,
		schema: { type: "string" },
	}));
	if (query === undefined) return inPath;
	const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
	const inQuery = Object.entries(properties).map(([name, schema]) => ({
		name,
		in: "query",
		required: required.includes(name),
		schema,
	}));
	return [...inPath, ...inQuery];
}

function requestBodyOf({ body, file }: RouteDescription) {
	const content: Record<string, { schema?: object }> = {};
	if (file) content["application/octet-stream"] = {};
	if (body !== undefined) {
		const { $schema, ...schema } = z.toJSONSchema(body, { io: "input" });
		content["application/json"] = { schema };
	}
	return file || body ? { requestBody: { required: true, content } } : {};
}

function operationOf(path: string, description: RouteDescription) {
	const { summary, access, query, answer } = description;
	return {
		summary,
		description: accessInWords(access),
		parameters: parametersOf(path, query),
		...(access === "public" ? { security: [] } : {}),
		...requestBodyOf(description),
		responses: {
			[statusOf(description)]: { description: answer ?? "Done" },
			default: { description: "A problem (RFC 9457)", content: problemContent },
		},
	};
}

/** The description of the API, made from the registry of routes and the very schemas that check requests. */
export function openApi() {
	const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
	for (const [route, description] of Object.entries(routes)) {
		const [method = "", path = ""] = route.split(" ");
		const template = path.replace(/:(\w+)/g, "{$1}");
		paths[template] = { ...paths[template], [method.toLowerCase()]: operationOf(path, description) };
	}
	return {
		openapi: "3.1.0",
		info: { title: "Duizhao", version: "1" },
		servers: [{ url: "/api/v1" }],
		security: [{ session: [] }],
		paths,
		components: {
			schemas: { Problem: problem },
			securitySchemes: { session: { type: "apiKey", in: "cookie", name: "duizhao.session" } },
		},
	};
}
