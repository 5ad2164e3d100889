//! Files of requests from other systems.
