/** MariaDB and MySQL: databases on a server that is there, made by running the template's DDL and copying its rows. */
@NullMarked
package io.github.surefoot.worker.database.engine.mariadb;

import org.jspecify.annotations.NullMarked;
