import { Hono } from "hono";
import { accept, type Env } from "../http/accept.ts";

/** Who the person is: what the pane greets them with, and what it may offer them. */
export const meRoutes = () =>
  new Hono<Env>().get("/me", accept("GET /me"), (c) => {
    const { name, roles, teams } = c.var.caller;
    return c.json({ name, roles, teams });
  });
