-- SPDX-License-Identifier: PostgreSQL
-- The two roles that Superset connects as. The first sees the published views and nothing else; the second, for people
-- who may see households, reads the register too, for the charts that compute from it.
CREATE ROLE dashboard_report LOGIN;
GRANT USAGE ON SCHEMA bac_kan_report TO dashboard_report;
GRANT SELECT ON ALL TABLES IN SCHEMA bac_kan_report TO dashboard_report;

CREATE ROLE dashboard_register LOGIN;
GRANT USAGE ON SCHEMA bac_kan TO dashboard_register;
GRANT SELECT ON ALL TABLES IN SCHEMA bac_kan TO dashboard_register;

-- Superset's own tables.
CREATE ROLE superset LOGIN;
CREATE DATABASE superset OWNER superset;
