/** MyBatis on a worker's database: its mappers, and sessions that are known until they are closed. */
@NullMarked
package io.github.surefoot.worker.database.mybatis;

import org.jspecify.annotations.NullMarked;
