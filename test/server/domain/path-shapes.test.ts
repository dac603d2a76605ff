import { expect, test } from "vitest";
import { readPathPattern } from "../../../server/domain/path-patterns.js";
import { shapeOfPath, UNREADABLE_SHAPE } from "../../../server/domain/path-shapes.js";

test.each([
  ["", ""],
  ["/", "/"],
  ["/api/v2/tickets", "/api/v2/tickets"],
  ["/api/v2/tickets/17.json?q=secret", "/api/v2/tickets/{id}.json"],
  ["/tickets/17/comments/18/", "/tickets/{id}/comments/{id2}/"],
  ["/users/jane@example.com", "/users/{id}"],
  ["/files/3f0c6f5e-0b0e-4b54-9e39-0d5c2e3b8f11", "/files/{id}"],
  ["/tokens/tok_01J9ZQK3V5B7D9F1H3K5M7P9R1", "/tokens/{id}"],
  ["/deadbeef01/x", "/{id}/x"],
  ["/helpdesk.v1.Tickets/GetTicket", "/helpdesk.v1.Tickets/GetTicket"],
  ["/a%20b", "/a%20b"],
  ["/tickets/../reports", UNREADABLE_SHAPE],
])("%s has the shape %s", (path, shape) => {
  expect(shapeOfPath(path)).toBe(shape);
});

test("a long path has a short shape, which is a pattern", () => {
  const shape = shapeOfPath(`/${"abc/".repeat(500)}`);
  expect(shape.length).toBeLessThan(130);
  expect(readPathPattern(shape)).toMatchObject({ segments: expect.anything() });
});
