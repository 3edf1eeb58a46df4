package ticketing.database;

import java.sql.SQLException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database as its owner sees it: above row-level security, outside the application's transactions. */
@ApplicationScoped
public class OwnerDatabase {

    private final AgroalDataSource dataSource;
    private final Database database;

    OwnerDatabase(@ConfigProperty(name = "DATABASE_URL") String url,
            @ConfigProperty(name = "DATABASE_OWNER") String owner,
            @ConfigProperty(name = "DATABASE_OWNER_PASSWORD") String password) throws SQLException {
        this.dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8).connectionFactoryConfiguration(factory -> factory
                        .jdbcUrl(url).principal(new NamePrincipal(owner)).credential(new SimplePassword(password)))));
        this.database = new Database(dataSource);
    }

    public Database get() {
        return database;
    }

    @PreDestroy
    void close() {
        dataSource.close();
    }
}
