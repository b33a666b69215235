-- Coverage and calendar count every incident at once: each is answered from an index alone.

set role {{tables}};

create index incidents_by_last_day on incidents (node_id, last_day)
  include (id, first_day, country, region, access, read_level, withdrawn, handling, team);

create index incident_readings_by_class on incident_readings (node_id, class, last_day)
  include (incident, first_day, level, country, region, handling, team);

create index signatures_by_level on signatures (node_id, class, level);

reset role;
