package botdefense.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * A write that may ride on a cookie: with one of our cookies and no {@code Authorization}, the request must come from
 * a page of the same origin. Otherwise any page on the web could make a fan's browser send it.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface SameOrigin {
}
