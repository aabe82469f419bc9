module its.onclasspath {
    exports its.onclasspath;
}
