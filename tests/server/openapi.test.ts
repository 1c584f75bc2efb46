import { describe, expect, test } from "vitest";
import { openApi } from "#lib/server/openapi.ts";
import { routes } from "#lib/server/routes.ts";

const description = openApi();

describe("the description of the API", () => {
	test("has every route once, with its path parameters", () => {
		const described = Object.entries(description.paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
		);
		expect(described.toSorted()).toEqual(Object.keys(routes).toSorted());
		for (const [path, methods] of Object.entries(description.paths)) {
			const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			for (const operation of Object.values(methods)) {
				const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
				expect(inPath.map(({ name }) => name)).toEqual(names);
			}
		}
	});

	test("says what a body must hold and that nothing else may", () => {
		const body = description.paths["/projects/{projectId}/members"]?.["post"]?.requestBody;
		expect(body?.content["application/json"]?.schema).toMatchObject({
			type: "object",
			required: ["email", "role"],
			additionalProperties: false,
			properties: { role: { enum: ["owner", "lead", "reviewer", "reader"] } },
		});
	});

	test("names the status of each answer and the problem document for the rest", () => {
		const { responses } = description.paths["/projects"]?.["post"] ?? {};
		expect(Object.keys(responses ?? {})).toEqual(["201", "default"]);
		expect(responses?.default).toMatchObject({ content: { "application/problem+json": {} } });
		expect(Object.keys(description.paths["/session"]?.["delete"]?.responses ?? {})).toEqual([
			"204",
			"default",
		]);
	});

	test("is JSON", () => {
		expect(JSON.parse(JSON.stringify(description))).toEqual(description);
	});
});
