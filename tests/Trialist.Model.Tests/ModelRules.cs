using System.Collections;
using System.Reflection;

namespace Trialist.Model;

public sealed class ModelRules
{
    [Fact]
    public void Record_HoldsNoCollectionButValueList()
    {
        var wrong =
            from type in typeof(Truth).Assembly.GetExportedTypes()
            where !type.IsSubclassOf(typeof(Exception))
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let held = property.PropertyType
            where held != typeof(string) && typeof(IEnumerable).IsAssignableFrom(held)
                && !(held.IsGenericType && held.GetGenericTypeDefinition() == typeof(ValueList<>))
            select $"{type.Name}.{property.Name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void ClinicalValue_IsNeverADouble()
    {
        var wrong =
            from type in typeof(Truth).Assembly.GetExportedTypes()
            where type.Namespace is "Trialist.Model.Quantities" or "Trialist.Model.Predicates" or "Trialist.Model.Persons" or "Trialist.Model.Time"
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var held && (held == typeof(double) || held == typeof(float))
            select $"{type.Name}.{property.Name}";

        Assert.Empty(wrong);
    }
}
