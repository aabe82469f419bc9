/** Stands for a project: what is Surefoot's own is left alone. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
