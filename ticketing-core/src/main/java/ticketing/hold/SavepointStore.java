package ticketing.hold;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Gives row locks back in the middle of a transaction: rolling back to a savepoint releases those taken since. */
@ApplicationScoped
class SavepointStore {

    private final Database database;

    SavepointStore(Database database) {
        this.database = database;
    }

    void set() {
        database.update("SAVEPOINT seats_untouched");
    }

    void rollBack() {
        database.update("ROLLBACK TO SAVEPOINT seats_untouched");
    }
}
