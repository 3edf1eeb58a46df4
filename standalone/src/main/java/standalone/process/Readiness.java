package standalone.process;

/** Asks a started child whether it can do its work by now. Called again and again; returns soon. */
@FunctionalInterface
public interface Readiness {

    boolean ready();
}
