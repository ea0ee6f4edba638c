/** The message store that is there by default, under the names that Kura's database has in a snapshot. */
package io.tohu.kura.core.db;
