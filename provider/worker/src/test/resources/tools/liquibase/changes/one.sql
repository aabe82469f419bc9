--liquibase formatted sql
--changeset surefoot:1
CREATE TABLE based (id INTEGER PRIMARY KEY);
--rollback DROP TABLE based;
